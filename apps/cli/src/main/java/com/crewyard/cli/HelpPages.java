package com.crewyard.cli;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * The pages of {@code docs/commands}, which {@code ./crewyard help} prints without starting Java. The commands'
 * declarations are their source.
 */
final class HelpPages {

    private HelpPages() {}

    /** File name without suffix → content: one page for each command that is not hidden, and one that lists them. */
    static SortedMap<String, String> all() {
        CommandLine root = Crewyard.commandLine();
        SortedMap<String, String> pages = new TreeMap<>(root.getSubcommands().values().stream()
                .filter(command -> !command.getCommandSpec().usageMessage().hidden())
                .collect(Collectors.toMap(CommandLine::getCommandName, HelpPages::page)));
        pages.putAll(Map.of("crewyard", page(root)));
        return pages;
    }

    static String page(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF)
                        .lines()
                        .map(String::stripTrailing)
                        .collect(Collectors.joining("\n")) + "\n";
    }
}
