@NullMarked
package com.crewyard.recruiting.intake.internal;

import org.jspecify.annotations.NullMarked;
