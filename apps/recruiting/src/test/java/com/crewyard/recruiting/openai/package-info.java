@NullMarked
package com.crewyard.recruiting.openai;

import org.jspecify.annotations.NullMarked;
