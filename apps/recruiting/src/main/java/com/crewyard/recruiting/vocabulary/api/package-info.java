@NullMarked
package com.crewyard.recruiting.vocabulary.api;

import org.jspecify.annotations.NullMarked;
