@NullMarked
package com.crewyard.recruiting.vocabulary;

import org.jspecify.annotations.NullMarked;
