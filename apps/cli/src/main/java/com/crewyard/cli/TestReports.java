package com.crewyard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What Surefire wrote about the tests of some modules: {@code TEST-*.xml} in its
 * <a href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">report format</a>.
 *
 * @param failures class and method, then the first line of the reason
 * @param skipped class and method, then the reason it gave
 */
record TestReports(int passed, List<String> failures, List<String> skipped) {

    static final TestReports NONE = new TestReports(0, List.of(), List.of());

    TestReports {
        failures = List.copyOf(failures);
        skipped = List.copyOf(skipped);
    }

    /** Reads a module's {@code target/surefire-reports}; a module without tests has none. */
    static TestReports of(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return NONE;
        }
        TestReports sum = NONE;
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(TestReports::isReport).sorted().toList()) {
                sum = sum.plus(read(file));
            }
        }
        return sum;
    }

    TestReports plus(TestReports other) {
        return new TestReports(
                passed + other.passed,
                Stream.concat(failures.stream(), other.failures.stream()).toList(),
                Stream.concat(skipped.stream(), other.skipped.stream()).toList());
    }

    private static boolean isReport(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith("TEST-") && name.endsWith(".xml");
    }

    private static TestReports read(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList cases = factory.newDocumentBuilder().parse(file.toFile()).getElementsByTagName("testcase");
            int passed = 0;
            List<String> failures = new ArrayList<>();
            List<String> skipped = new ArrayList<>();
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                if (has(test, "failure") || has(test, "error")) {
                    failures.add(describe(test, has(test, "failure") ? "failure" : "error"));
                } else if (has(test, "skipped")) {
                    skipped.add(describe(test, "skipped"));
                } else {
                    passed++;
                }
            }
            return new TestReports(passed, failures, skipped);
        } catch (ParserConfigurationException | SAXException e) {
            String message = "%s cannot be read: the tests' process ended early".formatted(file);
            return new TestReports(0, List.of(message), List.of());
        }
    }

    private static boolean has(Element test, String outcome) {
        return test.getElementsByTagName(outcome).getLength() > 0;
    }

    private static String describe(Element test, String outcome) {
        Element element = (Element) test.getElementsByTagName(outcome).item(0);
        String reason =
                element.getAttribute("message").isBlank() ? element.getTextContent() : element.getAttribute("message");
        String name = test.getAttribute("name").isBlank() ? "" : "." + test.getAttribute("name");
        return "%s%s: %s"
                .formatted(
                        test.getAttribute("classname"),
                        name,
                        reason.strip().lines().findFirst().orElse("no reason given"));
    }
}
