@NullMarked
package com.crewyard.recruiting.demo.internal.seeding;

import org.jspecify.annotations.NullMarked;
