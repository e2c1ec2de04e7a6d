/**
 * Equations as data: the lecture's lines in the lecture's notation, carried by the rules and schedules that compute them.
 *
 * <p>A rule has its equations twice: as a loop that runs fast, and as the lines of the slide. The lines are not a comment that may grow old.
 * They are read into a tree, and from the one tree come
 *
 * <ul>
 *   <li>the value of every symbol at every step, computed literally ({@link org.gradus.equation.Recurrence}; for formulas without memory
 *       {@link org.gradus.equation.Equations#at}): tests hold the loops to it, and the step microscope shows it,
 *   <li>the plain text ({@link org.gradus.equation.Equations#text}), which reads back as the same tree,
 *   <li>the LaTeX ({@link org.gradus.equation.Equations#latex}) of pages and notebooks.
 * </ul>
 *
 * <p>SGD with momentum, from θ_0 = 1 on the loss L(θ) = θ²:
 *
 * <pre>{@code
 * Equations sgdm = Equations.of(
 *                 "m_0 = 0",
 *                 "m_t = λ m_{t−1} + η g_{t−1}",
 *                 "θ_t = θ_{t−1} − m_t")
 *         .with("λ", 0.9);
 * Recurrence recurrence = new Recurrence(sgdm, new double[] {1});
 * recurrence.step(0.1, theta -> new double[] {2 * theta[0]}).value("θ_t"); // 0.8
 * recurrence.step(0.1, theta -> new double[] {2 * theta[0]}).value("θ_t"); // 0.46
 * }</pre>
 *
 * <h2>The notation</h2>
 *
 * <p>A line is {@code symbol = formula}, or {@code symbol = formula, if condition} for some steps, or {@code symbol = formula, where condition}
 * for some elements, or {@code …, if condition, where condition}. A symbol is a letter, perhaps with accents, digits, primes and
 * a subscript. A subscript with t, or a number, says to which step a value belongs; any other belongs to the name.
 *
 * <table>
 * <caption>What can stand in a line, from what binds most tightly to what binds least</caption>
 * <thead><tr><th>written</th><th>meaning</th></tr></thead>
 * <tbody>
 * <tr><td>{@code m_t, m_{t−1}, g_0}</td><td>the value at this step, at the one before, at step 0</td></tr>
 * <tr><td>{@code β1, ρ_∞, η_{min}}</td><td>the same at every step: given by {@code with}, or defined by a line</td></tr>
 * <tr><td>{@code m̂_t, θ′_t}</td><td>symbols of their own, whatever m and θ are</td></tr>
 * <tr><td>{@code t, π, 0.9, 1e-8}</td><td>the number of the step, 3.14159…, numbers</td></tr>
 * <tr><td>{@code (a), |a|, ‖a‖, ⌊a⌋}</td><td>brackets, absolute value, length of a vector, largest whole number not above</td></tr>
 * <tr><td>{@code max(a, b), min(a, b), Clip(a, low, high)}</td><td>element by element; NaN if one of them is</td></tr>
 * <tr><td>{@code mean(a)}</td><td>the mean of all elements: of all parameters that the rule sees</td></tr>
 * <tr><td>{@code sign(a)}</td><td>1, −1 or 0; NaN of NaN</td></tr>
 * <tr><td>{@code exp(a), ln(a), cos(a)}</td><td>exponential function, natural logarithm, also read as {@code log(a)}; cosine of an angle in radians</td></tr>
 * <tr><td>{@code ∇L(a)}</td><td>the gradient of the loss at a; {@code g_{t−1}} is that at the parameters before the step</td></tr>
 * <tr><td>{@code a², a^t, a^{t+1}, √a, pᵀq}</td><td>powers and root element by element; the scalar product</td></tr>
 * <tr><td>{@code a b, a·2, a / b}</td><td>from left to right: {@code η / √v m} is (η / √v) m; a / 0 is ±∞, 0 / 0 is NaN</td></tr>
 * <tr><td>{@code A × B, Aᵀ × B}</td><td>the product of matrices, and of one transposed; a number stands for that multiple of the identity</td></tr>
 * <tr><td>{@code NewtonSchulz(X, n, a, b, c)}</td><td>n steps X ← a X + (b A + c A²) X with A = X Xᵀ</td></tr>
 * <tr><td>{@code eigenvectors(A), orthonormal(A)}</td><td>of a symmetric matrix whose eigenvalues are not negative, the largest first; the Q of A = Q R</td></tr>
 * <tr><td>{@code columnsBy(A, D), rowsBy(A, D)}</td><td>columns or rows of A by falling elements of the diagonal of D</td></tr>
 * <tr><td>{@code Σ_{i=0}^{t−1} g_i²}</td><td>a sum over steps; it holds one factor, for more of them use brackets</td></tr>
 * <tr><td>{@code a + b, a − b, −a}</td><td>from left to right</td></tr>
 * <tr><td>{@code <, ≤, >, ≥, =, ≠, k | t, and}</td><td>in conditions, of scalars after {@code if}, element by element after {@code where}; k | t: t is a multiple of k</td></tr>
 * </tbody>
 * </table>
 *
 * <p>A word of several letters directly before a bracket has to be one of the functions; {@code lr (a + b)}, with a space, is a product.
 *
 * <p>Every line can be typed on any keyboard ({@link org.gradus.equation.Spelling}), and {@code text(Spelling.ASCII)} writes it so:
 * {@code theta_t = theta_{t-1} - eta / (sqrt(vHat_t) + epsilon) mHat_t}. Signs are {@code <=, >=, !=, *}; functions {@code sqrt(a), abs(a),
 * norm(a), floor(a), dot(p, q), transpose(A), gradL(a)}, A @ B for A × B, and {@code sum_{i=0}^{t-1} g_i^2}.
 *
 * <h2>How lines are computed</h2>
 *
 * <p>From the first to the last, at every step t = 1, 2, 3, …. Values are scalars or vectors as long as θ; a scalar stands for a vector of equal
 * numbers. Where several lines define a symbol, the first that applies counts: {@code v_1 = g_0²} before {@code v_t = …} is for the first
 * step alone. With {@code where} that is so for each element: {@code θ_t = θ_{t−1}, where s_t = 0} before
 * {@code θ_t = θ_{t−1} − η / √s_t g_{t−1}} says what happens to parameters that never had a gradient. A line for step 0 is an initial value.
 * What lines define and take from the step before stays as it was where none applies. The last line defines what the optimizer moves.
 *
 * <p>Where the parameters are a matrix, values are matrices too, row by row: of its shape, or square with as many rows as it has rows or
 * columns. {@code rows} and {@code columns} are its sizes; a vector has 0 columns.
 *
 * <p>A line that cannot be read is refused with what was expected, and in which column.
 */
package org.gradus.equation;
