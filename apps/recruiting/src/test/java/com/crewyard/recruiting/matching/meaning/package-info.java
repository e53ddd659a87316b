@NullMarked
package com.crewyard.recruiting.matching.meaning;

import org.jspecify.annotations.NullMarked;
