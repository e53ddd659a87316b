/** Reads skills and occupations out of official files: ESCO's and O*NET's. None of their content is part of the product. */
@NullMarked
@NamedInterface("official")
package com.crewyard.recruiting.vocabulary.official;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
