@NullMarked
package com.crewyard.recruiting.demo.internal.documents;

import org.jspecify.annotations.NullMarked;
