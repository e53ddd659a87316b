@NullMarked
package com.crewyard.web;

import org.jspecify.annotations.NullMarked;
