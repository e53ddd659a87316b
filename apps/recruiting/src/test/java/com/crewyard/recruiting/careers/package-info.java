@NullMarked
package com.crewyard.recruiting.careers;

import org.jspecify.annotations.NullMarked;
