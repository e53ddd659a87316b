@NullMarked
package com.crewyard.recruiting.matching.occupations;

import org.jspecify.annotations.NullMarked;
