@NullMarked
package com.crewyard.recruiting.activity;

import org.jspecify.annotations.NullMarked;
