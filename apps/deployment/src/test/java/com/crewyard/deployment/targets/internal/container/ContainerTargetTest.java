package com.crewyard.deployment.targets.internal.container;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.targets.Target;
import com.crewyard.deployment.targets.TargetContract;
import com.crewyard.deployment.targets.TargetException;
import com.crewyard.deployment.testing.TestImages;
import com.crewyard.testing.ContainerHost;
import com.crewyard.testing.DatabaseImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerTargetTest extends TargetContract {

    private static final List<ContainerPlace> PLACES = new ArrayList<>();

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        ContainerHost host = ContainerHost.get();
        TestImages.app(host);
        TestImages.router(host, RouterKind.HAPROXY);
    }

    @AfterAll
    static void stop() {
        PLACES.forEach(ContainerPlace::close);
    }

    @Test
    void saysThatAnEngineDoesNotAnswer() {
        try (ContainerPlace nowhere =
                new ContainerPlace(Optional.of("unix://" + folder.resolve("none.sock")), List.of())) {
            Target target = nowhere.target(REF, folder.resolve("elsewhere"), folder.resolve("data"));

            assertThatThrownBy(() -> target.prepare(1))
                    .isInstanceOf(TargetException.class)
                    .hasMessageMatching(
                            "The container engine at unix:///.*/none.sock does not answer \\(.*\\); start it, or name another one with DOCKER_HOST\\.");
        }
    }

    @Test
    void sendsEnginesOverSshToTheTargetForThem() {
        try (ContainerPlace elsewhere = new ContainerPlace(Optional.of("ssh://deploy@vm1.example.com:22"), List.of())) {
            assertThatThrownBy(() -> elsewhere.target(REF, folder.resolve("elsewhere"), folder.resolve("data")))
                    .isInstanceOf(TargetException.class)
                    .hasMessage(
                            "The container engine at ssh://deploy@vm1.example.com:22 is on another machine; deploy there with target: ssh and hosts: [deploy@vm1.example.com:22] instead of DOCKER_HOST.");
        }
    }

    @Override
    protected Target open() {
        ContainerPlace place =
                new ContainerPlace(Optional.of(ContainerHost.get().address()), List.of());
        PLACES.add(place);
        return place.target(REF, folder.resolve("environment"), folder.resolve("data"));
    }

    @Override
    protected String image() {
        return TestImages.APP;
    }

    @Override
    protected List<String> command(String... arguments) {
        return TestImages.command(arguments);
    }

    @Override
    protected void providePostgres() {
        DatabaseImage.load(ContainerHost.get(), "18");
    }

    @Override
    protected List<String> leftovers() {
        return com.crewyard.deployment.testing.Containers.named("crewyard." + REF.label());
    }
}
