/** From research and needs to a ranking that shows what it stands on. */
@NullMarked
package com.crewyard.hosting.advice;

import org.jspecify.annotations.NullMarked;
