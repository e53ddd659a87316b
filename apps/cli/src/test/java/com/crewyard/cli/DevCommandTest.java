package com.crewyard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DevCommandTest {

    @Test
    void handsTheOptionsOfRunOn() {
        DevCommand dev = new DevCommand();

        new CommandLine(dev).parseArgs("--data", "here", "--port", "8080", "--no-demo");

        assertThat(dev.options()).isEqualTo(List.of("--data", "here", "--port", "8080", "--no-demo"));
    }
}
