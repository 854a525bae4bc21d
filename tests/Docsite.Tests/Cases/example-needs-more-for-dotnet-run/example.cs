// Title: The settings import what the file does not
// ---

var tower = new Tower("a");
_ = tower.Height;  // => 1
