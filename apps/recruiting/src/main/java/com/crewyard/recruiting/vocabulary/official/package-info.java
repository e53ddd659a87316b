/** Reads skills out of official files: ESCO's and O*NET's. None of their content is part of the product. */
@NullMarked
package com.crewyard.recruiting.vocabulary.official;

import org.jspecify.annotations.NullMarked;
