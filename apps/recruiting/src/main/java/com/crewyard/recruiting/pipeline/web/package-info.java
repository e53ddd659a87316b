@NullMarked
package com.crewyard.recruiting.pipeline.web;

import org.jspecify.annotations.NullMarked;
