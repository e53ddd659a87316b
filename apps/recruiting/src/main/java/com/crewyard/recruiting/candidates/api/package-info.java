/** How these look on the wire; the agent answers with the same. */
@NullMarked
@NamedInterface("api")
package com.crewyard.recruiting.candidates.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
