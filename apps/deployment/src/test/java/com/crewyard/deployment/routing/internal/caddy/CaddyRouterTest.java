package com.crewyard.deployment.routing.internal.caddy;

import com.crewyard.deployment.routing.Router;
import com.crewyard.deployment.routing.RouterContract;
import com.crewyard.deployment.routing.RouterKind;
import com.crewyard.deployment.routing.RouterSite;
import com.crewyard.deployment.routing.Routers;
import com.crewyard.deployment.testing.Program;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

class CaddyRouterTest extends RouterContract {

    @TempDir
    private Path folder;

    @Override
    protected Router open() {
        Program.find("caddy");
        return Routers.of(RouterKind.CADDY, site());
    }

    @Override
    protected boolean kill() {
        return kill(site());
    }

    private RouterSite site() {
        return Routers.onThisMachine(folder.resolve("caddy"), List.of("127.0.0.1"));
    }
}
