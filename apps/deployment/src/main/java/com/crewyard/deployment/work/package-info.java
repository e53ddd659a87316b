/** Durable work: pieces that are in the database before they begin, and are done again when who did them died. */
@NullMarked
package com.crewyard.deployment.work;

import org.jspecify.annotations.NullMarked;
