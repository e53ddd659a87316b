package com.crewyard.deployment.targets.internal.process;

import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetContract;
import com.crewyard.deployment.testing.TestPrograms;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class ProcessTargetTest extends TargetContract {

    @TempDir
    private Path folder;

    @Override
    protected Target open() {
        return new ProcessTarget(
                REF, folder.resolve("environment"), folder.resolve("data"), List.of(), folder.resolve("lock"));
    }

    /** Instances are the same user's. */
    @Override
    protected String sharedFolder() {
        return "drwx";
    }

    @Override
    protected String image() {
        return folder.toString();
    }

    @Override
    protected List<String> command(String... arguments) {
        return TestPrograms.command(arguments);
    }

    @Override
    protected void providePostgres() {}

    @Override
    protected List<String> leftovers() {
        return ProcessTable.of(KeeperFolder.in(folder.resolve("environment"))).stream()
                .map(found -> found.variables().toString())
                .toList();
    }
}
