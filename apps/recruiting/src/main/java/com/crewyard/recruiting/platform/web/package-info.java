@NullMarked
package com.crewyard.recruiting.platform.web;

import org.jspecify.annotations.NullMarked;
