/** Where the programs of routers run, and what all of those routers do alike. */
@NullMarked
package com.crewyard.deployment.routing.internal.site;

import org.jspecify.annotations.NullMarked;
