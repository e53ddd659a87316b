@NullMarked
package com.crewyard.recruiting.candidates.web;

import org.jspecify.annotations.NullMarked;
