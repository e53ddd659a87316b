package com.crewyard.cli;

import com.crewyard.deployment.pipelines.PipelineSchema;
import com.crewyard.hosting.plan.PlanSchema;
import com.crewyard.hosting.spec.AppSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "schema",
        customSynopsis = "./crewyard schema DOCUMENT",
        description =
                "Prints the JSON Schema of app.yaml or pipeline.yaml, for editors that complete and check it, or of plan.json.")
final class SchemaCommand implements Callable<Integer> {

    enum Document {
        APP,
        PIPELINE,
        PLAN
    }

    @Parameters(paramLabel = "DOCUMENT", description = "app, pipeline or plan")
    private Document document = Document.APP;

    @Override
    public Integer call() {
        System.out.print(
                switch (document) {
                    case APP -> AppSchema.text();
                    case PIPELINE -> PipelineSchema.text();
                    case PLAN -> PlanSchema.text();
                });
        return CommandLine.ExitCode.OK;
    }
}
