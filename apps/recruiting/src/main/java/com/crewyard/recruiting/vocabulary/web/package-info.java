@NullMarked
package com.crewyard.recruiting.vocabulary.web;

import org.jspecify.annotations.NullMarked;
