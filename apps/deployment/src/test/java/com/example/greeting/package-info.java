/** An application as anybody may have it, outside of our own packages, which the console reads for components. */
@NullMarked
package com.example.greeting;

import org.jspecify.annotations.NullMarked;
