@org.jspecify.annotations.NullMarked
package com.crewyard.deployment.notifications;
