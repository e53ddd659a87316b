@NullMarked
package com.crewyard.recruiting.search.web;

import org.jspecify.annotations.NullMarked;
