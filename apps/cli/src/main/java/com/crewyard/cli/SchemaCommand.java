package com.crewyard.cli;

import com.crewyard.hosting.spec.AppSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        customSynopsis = "./crewyard schema app",
        description = "Prints the JSON Schema of app.yaml, for editors that complete and check it.")
final class SchemaCommand implements Callable<Integer> {

    enum Document {
        APP
    }

    @Parameters(paramLabel = "DOCUMENT", description = "app")
    private Document document = Document.APP;

    @Override
    public Integer call() {
        System.out.print(
                switch (document) {
                    case APP -> AppSchema.text();
                });
        return CommandLine.ExitCode.OK;
    }
}
