@NullMarked
package com.crewyard.recruiting.intake.api;

import org.jspecify.annotations.NullMarked;
