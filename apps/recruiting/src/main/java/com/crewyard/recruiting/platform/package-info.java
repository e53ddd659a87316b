/** What every module stands on: settings, database, roles of the process, security of requests, error answers. */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package com.crewyard.recruiting.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
