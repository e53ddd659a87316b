@NullMarked
package com.crewyard.recruiting.vocabulary.official;

import org.jspecify.annotations.NullMarked;
