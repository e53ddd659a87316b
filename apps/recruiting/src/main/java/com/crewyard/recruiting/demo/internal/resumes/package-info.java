@NullMarked
package com.crewyard.recruiting.demo.internal.resumes;

import org.jspecify.annotations.NullMarked;
