package com.crewyard.deployment.releases;

import com.crewyard.hosting.spec.AppSpec;
import java.util.List;
import java.util.Map;

/** What services run on a kind of target. */
interface Programs {

    /**
     * A service's program as it is now.
     *
     * @param image a folder, or an image by digest
     * @param digest of what is there
     * @param command empty for what the image brings
     * @param variables that go with it, unless the app spec has them
     */
    record Program(String image, String digest, List<String> command, Map<String, String> variables) {}

    /** @throws com.crewyard.deployment.catalog.RefusedException in one sentence, when there is none */
    Program of(AppSpec.Service service);
}
