package com.crewyard.cli;

import com.crewyard.deployment.access.AccessToken;
import com.crewyard.testing.CrewyardProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** How a command ended, and what it said on both ways out. */
record Said(int code, String output, String errors) {

    /** A command in this process. */
    static Said here(List<String> command) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        StringWriter errors = new StringWriter();
        PrintStream usual = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int code = Crewyard.commandLine()
                    .setErr(new PrintWriter(errors, true))
                    .execute(command.toArray(String[]::new));
            return new Said(code, printed.toString(StandardCharsets.UTF_8), errors.toString());
        } finally {
            System.setOut(usual);
        }
    }

    /** A command in a process of its own, which has a token in its variables. */
    static Said withToken(String token, List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Stream.concat(CrewyardProcess.onThisClassPath(Crewyard.class.getName()).stream(), command.stream())
                        .toList());
        builder.environment().put(AccessToken.VARIABLE, token);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(process.waitFor(), output, errors);
    }
}
