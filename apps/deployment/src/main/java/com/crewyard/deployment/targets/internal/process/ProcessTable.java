package com.crewyard.deployment.targets.internal.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Finds processes by the labels they carry as variables, where the system shows them (Linux: proc(5)). */
final class ProcessTable {

    static final String KEEPER = "CREWYARD_KEEPER";
    static final String INSTANCE = "CREWYARD_INSTANCE";
    static final String JOB = "CREWYARD_JOB";

    /** A process with its labels. */
    record Labelled(ProcessHandle process, Map<String, String> variables) {

        boolean is(String label, String value) {
            return value.equals(variables.get(label));
        }
    }

    private ProcessTable() {}

    /** Living processes that a keeper of this folder started, and what they started themselves. */
    static List<Labelled> of(KeeperFolder folder) {
        if (!Files.isDirectory(Path.of("/proc/self"))) {
            return List.of();
        }
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self && process.isAlive())
                .map(process -> new Labelled(process, variables(process.pid())))
                .filter(found -> found.is(KEEPER, folder.root().toString()))
                .toList();
    }

    /** Of processes with the same label, the one that no other of them is parent of. */
    static Stream<ProcessHandle> roots(List<Labelled> all, String label, String value) {
        List<ProcessHandle> found = all.stream()
                .filter(process -> process.is(label, value))
                .map(Labelled::process)
                .toList();
        return found.stream()
                .filter(process -> process.parent().filter(found::contains).isEmpty());
    }

    private static Map<String, String> variables(long pid) {
        Map<String, String> variables = new HashMap<>();
        try {
            String text = new String(Files.readAllBytes(Path.of("/proc/" + pid + "/environ")), StandardCharsets.UTF_8);
            Arrays.stream(text.split("\0", -1))
                    .filter(pair -> pair.contains("="))
                    .forEach(pair -> {
                        int equals = pair.indexOf('=');
                        variables.put(pair.substring(0, equals), pair.substring(equals + 1));
                    });
        } catch (IOException _) {
            // Gone meanwhile, or another user's.
        }
        return variables;
    }
}
