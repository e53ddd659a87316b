package com.crewyard.deployment.targets.internal.process;

import java.util.List;

/**
 * What a keeper has to know besides what it is told.
 *
 * @param wakeCommand starts an engine that does what is due and ends
 * @param engineLock a file that a running engine has locked
 * @param databases a folder for databases of the environment's own, which outlives the keeper's
 */
record KeeperSettings(
        String application, String environment, List<String> wakeCommand, String engineLock, String databases) {

    static final String FILE = "settings.json";
}
