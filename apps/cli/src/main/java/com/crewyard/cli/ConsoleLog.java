package com.crewyard.cli;

import java.util.List;

/** How the application logs: a readable line for people on a terminal, one JSON object (ECS) for machines. */
final class ConsoleLog {

    private static final String READABLE =
            "%clr(%d{HH:mm:ss}){faint} %clr(%5p) %m%replace( %kvp{NONE}){'^ $',''}%n%wEx";

    private ConsoleLog() {}

    static boolean isReadable() {
        String asked = System.getenv("CREWYARD_LOG");
        return asked == null || asked.isBlank() ? isTerminal() : !asked.equals("json");
    }

    static List<String> settings() {
        return isReadable()
                ? List.of(
                        "--logging.pattern.console=" + READABLE,
                        "--logging.level.org.springframework.boot.web.server.servlet.context=ERROR")
                : List.of("--logging.structured.format.console=ecs");
    }

    /** The script looks, for Java only knows about input and output together. */
    private static boolean isTerminal() {
        return "1".equals(System.getenv("CREWYARD_TERMINAL"));
    }
}
