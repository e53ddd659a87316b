@NullMarked
package com.crewyard.recruiting.matching.web;

import org.jspecify.annotations.NullMarked;
