package com.crewyard.cli;

import com.crewyard.deployment.engine.PreviewLine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "Shows the environments of pull requests that there are.")
final class PreviewListCommand implements Callable<Integer> {

    @Mixin
    private EngineOptions options = new EngineOptions();

    @Override
    public Integer call() {
        List<PreviewLine> previews = options.lookingOnPreviews(found -> found.list());
        options.print(
                previews.isEmpty()
                        ? "There are no previews; ./crewyard preview create NUMBER makes one.\n"
                        : previews.stream().map(PreviewListCommand::text).collect(Collectors.joining()),
                previews);
        return 0;
    }

    private static String text(PreviewLine preview) {
        return "%s/%s: %s, until %s\n  %s/\n%s"
                .formatted(
                        preview.application(),
                        preview.environment(),
                        preview.state(),
                        preview.expiresAt(),
                        preview.address(),
                        preview.branch().isEmpty() && preview.commit().isEmpty()
                                ? ""
                                : "  %s %s%n".formatted(preview.branch(), preview.commit()));
    }
}
