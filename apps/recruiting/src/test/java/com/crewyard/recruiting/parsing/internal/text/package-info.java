@NullMarked
package com.crewyard.recruiting.parsing.internal.text;

import org.jspecify.annotations.NullMarked;
