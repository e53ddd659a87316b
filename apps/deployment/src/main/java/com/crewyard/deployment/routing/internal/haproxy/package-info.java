/** HAProxy behind the router's port: instances come and go over its runtime interface, ports and routes by a reload. */
@NullMarked
package com.crewyard.deployment.routing.internal.haproxy;

import org.jspecify.annotations.NullMarked;
