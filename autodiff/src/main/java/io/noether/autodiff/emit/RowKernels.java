package io.noether.autodiff.emit;
import io.noether.autodiff.Precision;
public final class RowKernels {
  public static Emitted emit(RowLoop l, Precision p, boolean v, int lanes) { throw new IllegalStateException("stub"); }
  public static String toText(RowLoop l) { var s = new StringBuilder(l.name()+"\n"); for (Part p : l.parts()) text(p, s, "  "); return s.toString(); }
  static void text(Part p, StringBuilder s, String in) { switch (p) { case Part.Straight(var is) -> is.forEach(i -> s.append(in).append(t(i)).append('\n')); case Part.Sweep(int e, boolean v, var b) -> { s.append(in).append("for k<"+e+" "+v+" n="+b.size()+"\n"); b.forEach(i -> s.append(in).append("  ").append(t(i)).append('\n')); } case Part.Repeat(int e, var ps) -> { s.append(in+"repeat "+e+"\n"); ps.forEach(q -> text(q, s, in+"  ")); } } }
  static String v(Value v) { return (v.wide()?"v":"s")+v.id(); }
  static String a(Address a) { return "$"+a.base().array()+(a.base().map()>=0?"@m"+a.base().map():a.base().stride()==0?"@all":"")+"["+a.offset()+" "+a.steps()+"]"; }
  static String t(Instruction i) { return switch (i) { case Instruction.Load(var t, var f) -> v(t)+" = "+a(f); case Instruction.Store(var t, var x) -> a(t)+" = "+v(x); case Instruction.Constant(var t, double d) -> v(t)+" = "+d; case Instruction.Product(var t, var a, var b) -> v(t)+" = "+v(a)+"*"+v(b); case Instruction.Sum(var t, var a, var b) -> v(t)+" = "+v(a)+"+"+v(b); case Instruction.ProductSum(var t, var a, var b, var c) -> v(t)+" = "+v(a)+"*"+v(b)+"+"+v(c); case Instruction.Call(var t, var f, var x) -> v(t)+" = "+f+"("+v(x)+")"; case Instruction.Accumulate(var t, var a, var b) -> v(t)+" += sum "+v(a)+"*"+v(b); }; }
}
