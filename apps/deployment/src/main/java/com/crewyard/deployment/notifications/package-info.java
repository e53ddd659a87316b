/** Who hears of what happens in environments: an outbox in the engine's database, and the ways out of it. */
@NullMarked
package com.crewyard.deployment.notifications;

import org.jspecify.annotations.NullMarked;
