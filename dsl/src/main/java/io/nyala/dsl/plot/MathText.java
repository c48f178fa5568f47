package io.nyala.dsl.plot;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mathematics of labels, {@code $\alpha_i^2$}, in Unicode's own letters, raised and lowered
 * digits and signs. What has no such letter stands as it was written.
 */
final class MathText {
  private static final Pattern FORMULA = Pattern.compile("(?<!\\\\)\\$([^$]+)\\$");
  private static final Pattern COMMAND = Pattern.compile("\\\\([a-zA-Z]+|[,;: !%{}_#&$])");
  private static final Pattern FRACTION = Pattern.compile("\\\\frac\\{([^{}]*)}\\{([^{}]*)}");
  private static final Pattern GROUP =
      Pattern.compile("\\\\(?:mathrm|mathbf|mathit|mathcal|text|operatorname|bf|rm)\\{([^{}]*)}");
  private static final Pattern ROOT = Pattern.compile("\\\\sqrt\\{([^{}]*)}");
  private static final Pattern ACCENT = Pattern.compile("\\\\(hat|bar|tilde|vec|dot)\\{?(.)}?");
  private static final Pattern SHIFT = Pattern.compile("([_^])(?:\\{([^{}]*)}|(.))");
  private static final Map<String, String> WORDS = new HashMap<>();
  private static final Map<Character, Character> RAISED = new HashMap<>();
  private static final Map<Character, Character> LOWERED = new HashMap<>();

  static {
    String greek =
        "alpha α beta β gamma γ delta δ epsilon ε varepsilon ε zeta ζ eta η theta θ iota ι kappa κ"
            + " lambda λ mu μ nu ν xi ξ pi π rho ρ sigma σ tau τ upsilon υ phi φ varphi φ chi χ psi ψ"
            + " omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Phi Φ Psi Ψ Omega Ω";
    String signs =
        " times × cdot · pm ± leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ∼ propto ∝ infty ∞"
            + " sum ∑ prod ∏ int ∫ partial ∂ nabla ∇ in ∈ to → rightarrow → leftarrow ← Rightarrow ⇒"
            + " ldots … cdots ⋯ circ ∘ odot ⊙ oplus ⊕ otimes ⊗ degree ° prime ′ ell ℓ log log exp exp"
            + " sin sin cos cos tan tan tanh tanh max max min min ln ln lim lim left  right ";
    String[] words = (greek + signs).split(" ", -1);
    for (int i = 0; i + 1 < words.length; i += 2) {
      WORDS.put(words[i], words[i + 1]);
    }
    pairs(
        RAISED,
        "0123456789+-=()niabcdefghjklmoprstuvwxyzT",
        "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ");
    pairs(LOWERED, "0123456789+-=()aehijklmnoprstuvx", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ");
  }

  private MathText() {}

  private static void pairs(Map<Character, Character> into, String from, String to) {
    for (int i = 0; i < from.length(); i++) {
      into.put(from.charAt(i), to.charAt(i));
    }
  }

  /** A label with its formulas in plain letters. */
  static String plain(String label) {
    if (label.indexOf('$') < 0) {
      return label;
    }
    String done =
        FORMULA.matcher(label).replaceAll(it -> Matcher.quoteReplacement(formula(it.group(1))));
    return done.replace("\\$", "$");
  }

  private static String formula(String tex) {
    String text = GROUP.matcher(tex).replaceAll(it -> Matcher.quoteReplacement(it.group(1)));
    text =
        FRACTION
            .matcher(text)
            .replaceAll("($1)/($2)")
            .replaceAll("\\((\\w)\\)/", "$1/")
            .replaceAll("/\\((\\w)\\)", "/$1");
    text = ROOT.matcher(text).replaceAll("√($1)");
    text =
        ACCENT
            .matcher(text)
            .replaceAll(it -> Matcher.quoteReplacement(it.group(2) + accent(it.group(1))));
    text = COMMAND.matcher(text).replaceAll(it -> Matcher.quoteReplacement(word(it)));
    text = SHIFT.matcher(text).replaceAll(it -> Matcher.quoteReplacement(shifted(it)));
    return text.replace("{", "").replace("}", "").replace("-", "−");
  }

  private static String accent(String name) {
    return switch (name) {
      case "hat" -> "\u0302";
      case "bar" -> "\u0304";
      case "tilde" -> "\u0303";
      case "dot" -> "\u0307";
      default -> "\u20d7";
    };
  }

  private static String word(MatchResult it) {
    String name = it.group(1);
    if (name.length() == 1 && !Character.isLetter(name.charAt(0))) {
      return ",;: ".contains(name) ? " " : name.equals("!") ? "" : name;
    }
    return WORDS.getOrDefault(name, it.group());
  }

  private static String shifted(MatchResult it) {
    String inside = it.group(2) == null ? it.group(3) : it.group(2);
    Map<Character, Character> letters = it.group(1).equals("^") ? RAISED : LOWERED;
    StringBuilder out = new StringBuilder();
    for (char letter : inside.replace('−', '-').toCharArray()) {
      if (letter == '*' || letter == '∘' || letter == '°' || letter == '′') {
        out.append(letter == '∘' ? '°' : letter);
      } else if (letters.containsKey(letter)) {
        out.append(letters.get(letter));
      } else {
        return it.group(1) + (inside.length() == 1 ? inside : "(" + inside + ")");
      }
    }
    return out.toString();
  }
}
