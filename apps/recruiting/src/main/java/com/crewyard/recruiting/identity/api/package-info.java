@NullMarked
package com.crewyard.recruiting.identity.api;

import org.jspecify.annotations.NullMarked;
