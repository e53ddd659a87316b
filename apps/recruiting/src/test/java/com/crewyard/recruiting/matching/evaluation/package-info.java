@NullMarked
package com.crewyard.recruiting.matching.evaluation;

import org.jspecify.annotations.NullMarked;
